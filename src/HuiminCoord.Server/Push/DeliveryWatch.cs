using System.Diagnostics;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Telemetry;

namespace HuiminCoord.Server.Push;

/// <summary>Where deliveries are measured: how long a live message took, and one span for each that is traced.</summary>
/// <remarks>Only live messages count: what waited for its reader says nothing about us, and its trace is long closed.</remarks>
internal sealed class DeliveryWatch(Instruments instruments, CampaignClock clock)
{
    /// <summary>Begins a delivery; dispose the answer when the connection has taken it.</summary>
    internal Delivery Begin(IEnumerable<UnsentMessage> live) => new(this, [.. live]);

    /// <summary>One delivery on its way.</summary>
    internal sealed class Delivery : IDisposable
    {
        private readonly DeliveryWatch _owner;
        private readonly List<UnsentMessage> _live;
        private readonly Dictionary<long, Activity> _spans = [];
        private bool _taken;

        internal Delivery(DeliveryWatch owner, List<UnsentMessage> live)
        {
            (_owner, _live) = (owner, live);
            var outer = Activity.Current;
            foreach (var message in live)
            {
                if (Traces.Continue("push message", message.Trace, ActivityKind.Producer) is { } span)
                {
                    _spans.Add(message.Item.Seq, span.SetTag("huimincoord.kind", message.Item.Kind));
                }
            }

            Activity.Current = outer;
        }

        /// <summary>What the clients' receipts go on with; null when nothing is traced.</summary>
        internal IReadOnlyDictionary<long, string>? Traceparents =>
            _spans.Count == 0 ? null : _spans.Where(s => s.Value.Recorded).ToDictionary(s => s.Key, s => s.Value.Id!);

        /// <summary>The connection has it.</summary>
        internal void Taken()
        {
            _taken = true;
            foreach (var toldAt in _live.Select(m => m.ToldAt).OfType<DateTimeOffset>())
            {
                _owner.Pushed(toldAt);
            }
        }

        public void Dispose()
        {
            var outer = Activity.Current;
            foreach (var span in _spans.Values)
            {
                span.SetStatus(_taken ? ActivityStatusCode.Unset : ActivityStatusCode.Error).Stop();
            }

            Activity.Current = outer;
        }
    }

    private void Pushed(DateTimeOffset toldAt) => instruments.Pushed(clock.RealNow - toldAt);
}
