using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Tasks;

/// <summary>Progress with evidence.</summary>
/// <param name="Unit">The unit that reports: the lead or a cooperating one.</param>
/// <param name="Text">What was done, and what shows it.</param>
/// <param name="Percent">Share done, 0 to 100; absent = not said.</param>
/// <param name="Files">Evidence that was uploaded before; at most 20 files.</param>
public sealed record ProgressBody(
    [property: IdWord] string Unit,
    [property: Words(FreeText.MaxLength, 1)] string Text,
    [property: Within(0, 100)] int? Percent = null,
    [property: AddedLater, Entries(0, FileBody.MostListed)] IReadOnlyList<FileBody>? Files = null);

/// <summary>Asking for coordination (需协调解决).</summary>
/// <param name="Unit">The unit that asks.</param>
/// <param name="What">What is stuck.</param>
/// <param name="Proposal">What would help.</param>
/// <param name="With">The member unit with which it disagrees on whose work it is (分工争议); absent = something else is stuck.</param>
public sealed record BlockBody(
    [property: IdWord] string Unit,
    [property: Words(FreeText.MaxLength, 1)] string What,
    [property: Words(FreeText.MaxLength)] string? Proposal = null,
    [property: AddedLater, IdWord] string? With = null);

/// <summary>Saying how it was solved.</summary>
/// <param name="How">How.</param>
public sealed record SolveBody([property: Words(FreeText.MaxLength, 1)] string How);

/// <summary>Entering a milestone; the lead unit owes it from then on.</summary>
/// <param name="Unit">The lead unit.</param>
/// <param name="Id">Its id within the task, at most 16 characters.</param>
/// <param name="Title">What will be reached.</param>
/// <param name="Due">By when, within the campaign.</param>
public sealed record MilestoneBody([property: IdWord] string Unit, [property: IdWord(16)] string Id, [property: Words(60, 1)] string Title, DateOnly Due);

/// <summary>A milestone was reached.</summary>
/// <param name="Unit">The lead unit.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record ReachBody([property: IdWord] string Unit, [property: Words(FreeText.MaxLength, 1)] string Evidence);

/// <summary>A milestone is given up.</summary>
/// <param name="Unit">The lead unit.</param>
/// <param name="Reason">Why.</param>
public sealed record DropBody([property: IdWord] string Unit, [property: Words(FreeText.MaxLength, 1)] string Reason);
