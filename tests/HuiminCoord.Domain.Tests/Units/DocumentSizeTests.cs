using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Units;

/// <summary>A document beyond 2 KB would leave its page in PostgreSQL, and every rung rewrites it.</summary>
public sealed class DocumentSizeTests
{
    private static readonly JsonSerializerOptions Roughly = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new DutyIdAsText() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_unit_that_is_silent_through_month_fourteen_stays_below_two_kilobytes(bool nobodyEver)
    {
        var unit = new UnitInPlay().Begun();
        if (nobodyEver)
        {
            unit.Does("2020-09-17 10:00", new UnitCommand.EndSeat(SeatKind.Leader, new(2020, 9, 17)));
        }

        unit.WokenUntil("2021-11-17 00:00");

        Assert.Equal(19, unit.State.Open.Count); // 13 months, 2 years, the liaison, 3 undated
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(unit.State, Roughly).Length, 1000, 2047);
    }

    [Fact]
    public void So_does_one_whose_last_quarter_waits_for_its_review()
    {
        var unit = new UnitInPlay().Begun();
        foreach (var (month, day) in new[] { ("2021-07", "2021-07-28"), ("2021-08", "2021-08-27"), ("2021-09", "2021-09-28") })
        {
            unit.WokenUntil($"{day} 08:00").Does($"{day} 10:00", Say.Submit($"monthly-{month}", "summary")).Does($"{day} 11:00", Say.Submit($"monthly-{month}", "table"));
            unit.Does($"{day} 16:00", Say.Review($"monthly-{month}", "table"));
        }

        unit.WokenUntil("2021-11-17 00:00");

        Assert.Equal(19, unit.State.Open.Count);
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(unit.State, Roughly).Length, 1000, 2047);
    }

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => typeof(ICollection).IsAssignableFrom(p.PropertyType)))
        {
            property.ShouldSerialize = (_, value) => value is ICollection { Count: > 0 };
        }
    }

    private sealed class DutyIdAsText : JsonConverter<DutyId>
    {
        public override DutyId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, DutyId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
