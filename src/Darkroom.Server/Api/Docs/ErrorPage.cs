using System.Text;
using System.Text.Encodings.Web;

namespace Darkroom.Server.Api.Docs;

/// <summary>Where the <c>type</c> of a problem leads: the catalogue of errors, as the running version knows it.</summary>
internal static class ErrorPage
{
    public const string Path = "/docs/errors";

    private static readonly Lazy<string> Html = new(Write);

    public static void MapErrorPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, () => TypedResults.Content(Html.Value, "text/html; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();

    private static string Write()
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"/_content/Darkroom.Studio/favicon.svg\"><title>Darkroom: errors</title></head><body><h1>Errors</h1>");
        foreach (var error in ErrorReference.All)
        {
            html.Append($"<h2 id=\"{error.Code.ToLowerInvariant()}\">{error.Code} ({error.Status})</h2>")
                .Append($"<p>{Encode(error.Message)}</p><p><strong>Remedy:</strong> {Encode(error.Remedy)}</p>");
        }

        return html.Append("</body></html>").ToString();
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(ErrorReference.Readable(text));
}
