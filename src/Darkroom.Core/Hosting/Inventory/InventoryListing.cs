using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Filters and pages what lies at a place of the inventory. There is one order, <see cref="InventoryOrder"/>.</summary>
public sealed class InventoryListing(Inventory inventory)
{
    /// <exception cref="DarkroomException">
    /// What <see cref="Inventory"/> says of the path; InvalidRequest, ValueOutOfRange, ValueTooLong, ControlCharacter.
    /// </exception>
    internal async Task<Page<InventoryItemDto>> PageAsync(InventoryLevel top, InventoryRequest request, ListRequest list, CancellationToken ct)
    {
        var limit = Input.Range(list.Limit ?? ListRequest.UsualRows, "limit", 1, ListRequest.MostRows);
        if (!string.IsNullOrEmpty(list.Sort))
        {
            throw Invalid("sort", "inventory has one order, by type and path.");
        }

        var last = list.PageToken is { } token ? Mark.Read(token) : null;
        var filter = Wildcard.Given(request.Name, "name");
        var kind = KindOf(request.Type);
        var found = await inventory.ListAsync(top, request.Path, kind, "path", new InventoryView(request.Fresh, request.Force), ct);
        var page = found
            .Where(item => (filter is null || Matches(filter, item)) && (last is null || Mark.Of(item).IsAfter(last)))
            .Take(limit + 1)
            .ToList();
        return new Page<InventoryItemDto>(
            [.. page.Take(limit).Select(item => item.ToDto())], page.Count > limit ? Mark.Of(page[limit - 1]).Write() : null);
    }

    private static CloudItemKind? KindOf(string? type)
    {
        if (string.IsNullOrEmpty(type))
        {
            return null;
        }

        return ItemTypes.TryParse(type, out var known)
            ? ItemNode.KindOf(known)
            : throw Invalid("type", $"it is none of {string.Join(", ", ItemTypes.AllSuffixes)}.");
    }

    private static bool Matches(string filter, InventoryItem item) =>
        Wildcard.IsMatch(filter, item.CloudItem.Name) || Wildcard.IsMatch(filter, item.Id) || Wildcard.IsMatch(filter, item.FullPath.Leaf!.Label);

    private static DarkroomException Invalid(string field, string why) => CommonErrors.InvalidRequest.With($"{field}: {why}").On(field).AsException();

    /// <summary>Where a page ended.</summary>
    private sealed record Mark(CloudItemKind Kind, string Path)
    {
        public static Mark Of(InventoryItem item) => new(item.Kind, item.RelativePath);

        /// <exception cref="DarkroomException">InvalidRequest.</exception>
        public static Mark Read(string token)
        {
            try
            {
                var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('\n', 2);
                if (text.Length == 2 && int.TryParse(text[0], NumberStyles.None, CultureInfo.InvariantCulture, out var kind))
                {
                    return new Mark((CloudItemKind)kind, text[1]);
                }
            }
            catch (FormatException)
            {
                // Falls through to the same refusal.
            }

            throw Invalid("pageToken", "it is no page token.");
        }

        public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{(int)Kind}\n{Path}"));

        public bool IsAfter(Mark last) => InventoryOrder.Instance.Compare((Kind, Path), (last.Kind, last.Path)) > 0;
    }
}
