using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HuiminCoord.Grains.Storage;

/// <summary>Instants are stored as UTC milliseconds: they sort and compare alike in both engines.</summary>
public sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
