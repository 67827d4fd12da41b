from django.http import HttpResponse
def link(request, token): return HttpResponse("")
