using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuiminCoord.Grains.Keeping;

/// <summary>Writes a typed id (a struct whose only content is a string <c>Value</c>) as its text, also as a map's key.</summary>
internal sealed class StoredTextConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsValueType: true, IsPrimitive: false, IsEnum: false }
        && typeToConvert.GetProperties(BindingFlags.Public | BindingFlags.Instance) is [{ Name: "Value" } value]
        && value.PropertyType == typeof(string)
        && typeToConvert.GetConstructor([typeof(string)]) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Text<>).MakeGenericType(typeToConvert))!;

    private sealed class Text<T> : JsonConverter<T>
        where T : struct
    {
        private static readonly PropertyInfo Value = typeof(T).GetProperty("Value")!;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(TextOf(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(TextOf(value)!);

        private static string? TextOf(T value) => (string?)Value.GetValue(value);

        private static T Parse(string? text)
        {
            try
            {
                return text is null ? default : (T)Activator.CreateInstance(typeof(T), text)!;
            }
            catch (TargetInvocationException refused)
            {
                throw new JsonException(refused.InnerException?.Message, refused.InnerException);
            }
        }
    }
}
