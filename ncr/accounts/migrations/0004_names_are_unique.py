from django.db import migrations

import ncr.accounts.names


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_names_have_keys")]
    operations = [
        migrations.AlterField(
            model_name="user",
            name="name_key",
            field=ncr.accounts.names.NameKeyField(
                blank=True, editable=False, max_length=400, of="username", unique=True
            ),
        ),
    ]
