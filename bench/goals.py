"""Whether what was measured is what was wanted."""


def goal(name: str, value: float, bound: float, *, most: bool = False, digits: int = 2) -> bool:
    met = value <= bound if most else value >= bound
    sign = "<=" if most else ">="
    print(f"{'met   ' if met else 'MISSED'}  {name}: {value:,.{digits}f} ({sign} {bound:g})")
    return met
