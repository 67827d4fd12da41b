"""Whether what was measured is what was wanted."""


def goal(name: str, value: float, bound: float, *, most: bool = False) -> bool:
    met = value <= bound if most else value >= bound
    sign = "<=" if most else ">="
    print(f"{'met   ' if met else 'MISSED'}  {name}: {value:,.2f} ({sign} {bound:g})")
    return met
