using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>The inputs of a history, and between them what is done with submissions: reviews begin, and units take back.</summary>
internal sealed class ReviewingInputs(IInputs people, World world, SplitMix random) : FollowingInputs(people, random)
{
    private readonly SplitMix _random = random;
    private readonly CommandMaker _maker = new(random, world);

    protected override void After(UnitCommand? command, DateTime at)
    {
        switch (command)
        {
            case UnitCommand.Submit { Duty: var duty }:
                Plan(45, at, (_, _) => _maker.TakeBack(duty));
                Plan(25, at, (_, _) => _maker.BeginReview(duty));
                break;
            case UnitCommand.Withdraw { Duty: var duty }:
                Plan(45, at, (_, now) => _maker.HandIn(new Obligation(duty), now));
                Plan(6, at, (_, _) => command);
                break;
            case UnitCommand.BeginReview { Duty: var duty }:
                Plan(25, at, (_, _) => _maker.TakeBack(duty));
                Plan(10, at, (_, _) => command);
                break;
            default:
                Plan(4, at, (state, _) => _random.Chance(60) ? _maker.TakeBack(Of(state)) : _maker.BeginReview(Of(state)));
                break;
        }
    }

    private DutyId Of(UnitState state) => _maker.Any(state).Id;
}
