using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Documents.Invitations;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>Meetings to write invitations for: an ordinary one, and ones whose every text wants to be something else.</summary>
internal static class InvitationSample
{
    private static readonly string[] Pieces =
    [
        "\r\n", "\n", "\r", "\r\n ", "\t", " ", "\0", "\u0001", "\u000B", "\u000C", "\u007F", "\u0085", "\u2028", "\u2029", "\u202E", "\u200B", "\uFEFF", "\u00A0", "\u3000",
        "\"", "'", ";", ",", ":", "=", "\\", "\\n", "\\N", "^", "^n", "^'", "^^", "%0D%0A", "会", "é", "😀", "𠮷", "👨‍👩‍👧", "\uD83D", "\uDE00", "END:VEVENT", "\r\nATTENDEE:mailto:x@example.org",
        "\nBEGIN:VALARM\n", ";X-A=\"", "\":mailto:x@example.org\r\nURL:", "abcdefghijklmnopqrstuvwxyz", "议定事项落实情况通报",
    ];

    /// <summary>The office invites two, of whom one has no mail.</summary>
    internal static MeetingInvitation Meeting { get; } = new(
        "meeting-2020-10@huimin.example", 0, InvitationMethod.Request,
        ChinaTime.At(new(2020, 9, 22), new(16, 5, 9)), ChinaTime.At(new(2020, 10, 12), new(14, 30)), TimeSpan.FromMinutes(90),
        "联席会议第二次全体会议", "区政府三楼会议室", "一、通报进展；\n二、议定事项。", "https://huimin.example/meetings/2020-10",
        new("联席会议办公室", "office@huimin.example"), [new("民政局 张三", "zhang@huimin.example"), new("教育局 李四", null)], TimeSpan.FromHours(1));

    /// <summary>Texts of such pieces, begun at any place of a line.</summary>
    internal static Gen<string> Text { get; } =
        from start in Gen.Choose(0, 80)
        from pieces in Gen.Elements(Pieces).ArrayOf()
        select new string('a', start) + string.Concat(pieces);

    /// <summary>Meetings of such texts, at any time.</summary>
    internal static Gen<MeetingInvitation> Hostile { get; } =
        from texts in Text.ArrayOf(8)
        from seconds in Gen.Choose(0, int.MaxValue)
        from length in Gen.Choose(1, 1_000_000)
        from method in Gen.Elements(InvitationMethod.Request, InvitationMethod.Cancel)
        from people in Text.ArrayOf(3)
        let start = new DateTimeOffset(1992, 1, 1, 0, 0, 0, ChinaTime.Offset).AddSeconds(seconds)
        select new MeetingInvitation(
            $"u{texts[0]}", length, method, start.ToUniversalTime(), start.ToOffset(TimeSpan.FromHours(-5)), TimeSpan.FromSeconds(length), texts[1], texts[2], texts[3],
            $"https://huimin.example/m?{texts[4]}", new(texts[5], $"o{texts[6]}@huimin.example"), [.. people.Select((name, n) => new Invitee(name, $"{n}{texts[7]}@huimin.example"))],
            TimeSpan.FromSeconds(length));
}
