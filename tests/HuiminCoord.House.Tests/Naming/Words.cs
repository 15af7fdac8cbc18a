using System.Text.RegularExpressions;

namespace HuiminCoord.House.Tests.Naming;

/// <summary>What can be told of an English word without a dictionary, and the few words for which that is not enough.</summary>
internal static partial class Words
{
    /// <summary>Past tenses and participles that do not end in -ed.</summary>
    private static readonly HashSet<string> Irregular =
    [
        "Begun", "Became", "Brought", "Built", "Came", "Chosen", "Cut", "Done", "Drawn", "Fallen", "Felt", "Found", "Given", "Gone", "Got", "Grown", "Held", "Kept",
        "Known", "Laid", "Left", "Lost", "Made", "Met", "Paid", "Put", "Read", "Run", "Said", "Seen", "Sent", "Set", "Shown", "Spent", "Split", "Struck", "Taken",
        "Told", "Understood", "Went", "Withdrawn", "Won", "Written",
    ];

    /// <summary>Verbs that commands begin with. A new one is added here on purpose: it becomes part of the house's language.</summary>
    private static readonly HashSet<string> Imperatives =
    [
        "Accept", "Acknowledge", "Add", "Adjust", "Admit", "Adopt", "Agree", "Amend", "Answer", "Apply", "Approve", "Arrange", "Ask", "Assign", "Attend", "Begin",
        "Call", "Cancel", "Change", "Choose", "Circulate", "Close", "Compose", "Confirm", "Convene", "Correct", "Decide", "Discard", "Dispatch", "Draw", "Drop", "End",
        "Enter", "File", "Follow", "Grant", "Hand", "Hold", "Import", "Invite", "Issue", "Join", "Lay", "Leave", "Lift", "Link", "Lock", "Mark", "Merge", "Move", "Name",
        "Note", "Notify", "Number", "Open", "Order", "Pass", "Plan", "Postpone", "Prepare", "Propose", "Publish", "Raise", "Reach", "Record", "Refuse", "Register",
        "Reject", "Remove", "Reopen", "Replace", "Reply", "Report", "Request", "Restore", "Return", "Revise", "Revoke", "Rule", "Send", "Set", "Sign", "Solve", "Split",
        "Start", "Stop", "Strike", "Submit", "Suggest", "Supersede", "Suspend", "Take", "Tell", "Trace", "Transfer", "Turn", "Type", "Undo", "Urge", "Visit", "Waive",
        "Withdraw", "Write",
    ];

    /// <summary>The words of a name: <c>SeatNamed</c> has two.</summary>
    internal static IReadOnlyList<string> Of(string name) => [.. Word().Matches(name).Select(m => m.Value)];

    /// <summary>True when the name says that something has happened: <c>SeatNamed</c>, <c>WentStale</c>.</summary>
    internal static bool SaysWhatHappened(string name) => Of(name).Any(w => w.EndsWith("ed", StringComparison.Ordinal) || Irregular.Contains(w));

    /// <summary>True when the name asks for something: <c>NameSeat</c>.</summary>
    internal static bool AsksForSomething(string name) => Imperatives.Contains(Of(name)[0]);

    /// <summary><c>seat-named</c>.</summary>
    internal static string Dashed(string name) => string.Join('-', Of(name)).ToLowerInvariant();

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
