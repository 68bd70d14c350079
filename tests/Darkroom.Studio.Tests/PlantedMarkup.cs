using System.Text.Json;
using System.Text.Json.Nodes;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Darkroom.Studio.Tests;

/// <summary>
/// Puts markup behind every text that there is in the tables: columns of text, and texts inside columns of JSON, whatever has written them. What a page shows comes
/// from there, so a new column is covered by itself.
/// </summary>
public static class PlantedMarkup
{
    public const string Text = "<b class=planted onmouseover=alert(1)>!</b>";

    /// <summary>By these the server finds and decides; they are no text of anybody's.</summary>
    private static readonly string[] NoTexts = ["NameKey", "Hash", "Kind", "Step", "TargetType", "Region", "Key", "RequestHash", "Reply"];

    /// <returns>How many texts have it now.</returns>
    public static async Task<int> PlantAsync(DarkroomDb db, CancellationToken ct)
    {
        var planted = 0;
        foreach (var property in db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(IsText))
        {
            var entity = (IEntityType)property.DeclaringType;
            var (table, column) = (entity.GetTableName(), property.GetColumnName());
            var read = $"SELECT DISTINCT \"{column}\" AS \"Value\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL";
            var write = $"UPDATE \"{table}\" SET \"{column}\" = {{0}} WHERE \"{column}\" = {{1}}";
            var values = await db.Database.SqlQueryRaw<string>(read).ToListAsync(ct);
            foreach (var value in values)
            {
                // A definition of a text: what can't be read with it any more was none.
                var changed = property.ClrType == typeof(string) && !IsJson(value) ? value + Text : InJson(value, text => CanBeRead(property, text));
                if (changed != value)
                {
                    planted += await db.Database.ExecuteSqlRawAsync(write, [changed, value], ct);
                }
            }
        }

        return planted;
    }

    private static bool IsText(IProperty property) => !property.IsKey() && !property.IsForeignKey() && !NoTexts.Contains(property.Name)
        && (property.ClrType == typeof(string) || (!property.ClrType.IsEnum && property.GetTypeMapping().Converter?.ProviderClrType == typeof(string) && Nullable.GetUnderlyingType(property.ClrType) is null));

    private static bool IsJson(string value) => value.Length > 1 && value[0] is '{' or '[';

    private static bool CanBeRead(IProperty property, string value)
    {
        try
        {
            return property.GetTypeMapping().Converter is not { } converter || converter.ConvertFromProvider(value) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Tries each text of a document by itself.</summary>
    private static string InJson(string document, Func<string, bool> canBeRead)
    {
        if (!IsJson(document))
        {
            return document;
        }

        var root = JsonNode.Parse(document)!;
        foreach (var leaf in Leaves(root).ToList())
        {
            var parent = leaf.Parent!;
            var (name, index, with) = (parent is JsonObject ? leaf.GetPropertyName() : "", parent is JsonArray ? leaf.GetElementIndex() : 0, JsonValue.Create(leaf.GetValue<string>() + Text));
            Put(with);
            if (!canBeRead(root.ToJsonString()))
            {
                Put(JsonValue.Create(leaf.GetValue<string>()));
            }

            void Put(JsonNode value)
            {
                if (parent is JsonObject owner)
                {
                    owner[name] = value;
                }
                else
                {
                    parent.AsArray()[index] = value;
                }
            }
        }

        return root.ToJsonString();
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value)),
        JsonArray elements => elements.SelectMany(Leaves),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && !Guid.TryParse(value.GetValue<string>(), out _) && !DateTimeOffset.TryParse(value.GetValue<string>(), out _) => [value],
        _ => [],
    };
}
