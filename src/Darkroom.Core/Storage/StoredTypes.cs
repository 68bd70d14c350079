using System.Text.Json;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Darkroom.Core.Storage;

/// <summary>How types lie in columns: time as UTC ticks (SQLite can't order DateTimeOffset), enums by name, small values as JSON.</summary>
internal static class StoredTypes
{
    public static void Configure(ModelConfigurationBuilder model)
    {
        model.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        model.Properties<Enum>().HaveConversion<string>().HaveMaxLength(64);
        Json<ImageSchemeDto>(model);
        Json<ImageRuntimeInfoDto>(model);
        Json<MachineProfile>(model);
        Json<ProblemItemDto>(model);
        Json<SweepReportDto>(model);
        Json<IReadOnlyList<ProblemItemDto>>(model);
        Json<IReadOnlyList<ImageCheckDto>>(model);
        Json<IReadOnlyList<HostingUnitSubnet>>(model);
        Json<IReadOnlyList<string>>(model);
        Json<IReadOnlyDictionary<string, string>>(model);
    }

    private static void Json<T>(ModelConfigurationBuilder model)
        where T : class => model.Properties<T>().HaveConversion<JsonColumn<T>, JsonComparer<T>>();

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class JsonColumn<T>() : ValueConverter<T, string>(value => StoredJson.Write(value), text => StoredJson.Read<T>(text))
        where T : class;

    private sealed class JsonComparer<T>() : ValueComparer<T>(
        (a, b) => StoredJson.Write(a!) == StoredJson.Write(b!), value => StoredJson.Write(value).GetHashCode(StringComparison.Ordinal), value => value)
        where T : class;
}

/// <summary>JSON as it lies in columns.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new InvalidDataException($"A stored {typeof(T).Name} is null.");
}
