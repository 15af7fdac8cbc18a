using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Units;

/// <summary>Who sits for a unit in the joint meeting: the unit proposes, the meeting decides.</summary>
internal static class MemberEndpoints
{
    internal static void Map(RouteGroupBuilder unit)
    {
        unit.MapGet("/member", Show).AsRead<Reading<MemberView>>("getMember");
        unit.MapPost("/member/propose", Propose).AsCommand("proposeMember", new ProposeMemberBody("负责同志乙", "原负责同志工作变动", "副局长", "0471-0000000"))
            .Refuses("member.day-out-of-range", "member.decided", "member.pending", "member.same-holder", "reason.needed", "seat.name-needed", "seat.same-person", "text.too-long");
        unit.MapPost("/member/withdraw", Withdraw).AsCommand("withdrawMember", new WithdrawMemberBody("人选另行研究"))
            .Refuses("member.decided", "member.none-pending", "text.too-long");
        unit.MapPost("/member/decide", Decide).AsCommand("decideMember", new DecideMemberBody(true, "2020年第1次全体会议", new DateOnly(2020, 12, 7)))
            .Refuses("member.basis-needed", "member.changed-since", "member.day-out-of-range", "member.none-pending", "member.same-holder", "seat.same-person", "seat.term-not-current", "seat.term-reversed", "text.too-long");
    }

    /// <summary>What the unit has asked the meeting about its member, and what was answered last.</summary>
    /// <remarks>Who sits there today stands in the roster, as the holder of the leader's seat.</remarks>
    internal static async Task<Reading<MemberView>> Show(string campaign, string unit, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        ActorDoor.RequireUnit(scene.Campaign, unit);
        return scene.One(await MemberReader.One(scene, unit, cancellation));
    }

    /// <summary>Proposes another member of the joint meeting for the unit.</summary>
    /// <remarks>Nothing changes before the meeting decides; the next agenda that is composed shows it. One proposal waits at a time.</remarks>
    internal static Task<IResult> Propose(string campaign, string unit, ProposeMemberBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.ProposeMember(body.Holder, body.Title ?? "", body.Phone ?? "", body.From, body.Reason), body);

    /// <summary>Takes the proposal back.</summary>
    /// <remarks>Possible until the meeting has decided.</remarks>
    internal static Task<IResult> Withdraw(string campaign, string unit, WithdrawMemberBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.WithdrawMember(body.Reason ?? ""), body);

    /// <summary>Enters what the meeting decided.</summary>
    /// <remarks>
    /// Agreed: from that day the leader's seat is the new member's, with its duties and its inbox; the former term ends the day before. Until that
    /// day it may be entered otherwise. Entering the same again changes nothing.
    /// </remarks>
    internal static Task<IResult> Decide(string campaign, string unit, DecideMemberBody body, CommandDoor door) =>
        door.ToUnit(campaign, unit, new UnitCommand.DecideMember(body.Agreed, body.From, body.Until, body.Basis, body.Holder), body);
}
