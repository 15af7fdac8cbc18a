using HuiminCoord.Domain.Plans.Drafting;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>What a text would change and do, as a page shows it.</summary>
/// <param name="Version">The version it would become.</param>
/// <param name="Acceptable">True when it can be issued as it is.</param>
/// <param name="Refusal">Why a readable plan cannot take the place of the present one; null = it can.</param>
/// <param name="Totals">Over all units, one line a sort.</param>
/// <param name="Groups">Units for which the same things happen stand together.</param>
/// <param name="Complete">False when more happens than is listed.</param>
public sealed record ForecastView(
    int Version, bool Acceptable, IReadOnlyList<ProblemLine> Problems, string? Refusal, IReadOnlyList<DifferenceLine> Differences,
    IReadOnlyList<string> Totals, IReadOnlyList<EffectGroup> Groups, bool Complete);

/// <summary>A problem of a plan's text.</summary>
/// <param name="Step">Where it is mended.</param>
/// <param name="Place">Where it stands, in words.</param>
/// <param name="Says">What is wrong.</param>
/// <param name="Detail">The same for whoever has the text before them: line, column, and what exactly.</param>
/// <param name="Anchor">Id of the row in which it is mended; empty when there is none.</param>
public sealed record ProblemLine(SketchStep Step, string Place, string Says, string Detail, string Anchor);

/// <summary>What happens to some units alike.</summary>
/// <param name="Units">Their names.</param>
/// <param name="Count">How many.</param>
/// <param name="Lines">What happens, one thing a line.</param>
/// <param name="Warnings">Dates that do not hold.</param>
public sealed record EffectGroup(string Units, int Count, IReadOnlyList<string> Lines, IReadOnlyList<string> Warnings);
