namespace HuiminCoord.Server.Console.Obligations;

/// <summary>The obligation that a form is about.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="UnitName">The unit's name.</param>
/// <param name="Duty">The duty's id.</param>
/// <param name="Name">As pages call it: 11月报.</param>
/// <param name="Annual">A yearly report's parts have other names.</param>
public sealed record DutyAt(string Unit, string UnitName, string Duty, string Name, bool Annual);
