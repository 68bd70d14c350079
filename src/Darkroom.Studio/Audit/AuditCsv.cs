using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Darkroom.Contracts.Audit;
using Darkroom.Contracts.Problems;
using Darkroom.Core.UseCases;

namespace Darkroom.Studio.Audit;

/// <summary>The audit as a table for spreadsheets (RFC 4180).</summary>
public static class AuditCsv
{
    private static readonly string[] Header = ["At", "User", "Action", "TargetType", "TargetUid", "TargetName", "Before", "After", "OperationId", "LoggingId"];

    // It is read by people, and by no browser.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All records, page by page.</summary>
    /// <returns>UTF-8 with a byte order mark, without which Excel takes it for something else.</returns>
    public static async Task<byte[]> WriteAsync(Func<ListRequest, Task<Page<AuditRecordDto>>> read)
    {
        var text = new StringBuilder();
        Line(text, Header);
        string? token = null;
        do
        {
            var page = await read(new ListRequest(Limit: ListRequest.MostRows, PageToken: token));
            foreach (var record in page.Items)
            {
                Line(text, Cells(record));
            }

            token = page.NextPageToken;
        }
        while (token is not null);

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string[] Cells(AuditRecordDto record) =>
    [
        record.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), record.User, record.Action, record.TargetType, record.TargetUid.ToString(), record.TargetName,
        Text(record.Before), Text(record.After), record.OperationId?.ToString() ?? "", record.LoggingId?.ToString() ?? "",
    ];

    private static string Text(JsonElement? state) => state is { } given ? JsonSerializer.Serialize(given, Readable) : "";

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    // A spreadsheet runs what begins like a formula; an apostrophe in front makes it text.
    private static string Quoted(string cell) =>
        $"\"{(cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) ? "'" : "")}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
