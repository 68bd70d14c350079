using System.Text;
using System.Text.RegularExpressions;
using Darkroom.Aws;
using Darkroom.Core;
using Darkroom.Core.Errors;

namespace Darkroom.Server.Api.Docs;

/// <summary>Every error Darkroom can raise, as a document.</summary>
internal static partial class ErrorReference
{
    public static IReadOnlyList<ErrorDefinition> All { get; } =
        ErrorCatalogue.In(typeof(CoreServices).Assembly, typeof(AwsServices).Assembly, typeof(ErrorReference).Assembly);

    /// <summary>The text of <c>docs/errors.md</c>.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder(
            """
            # Errors

            Each error has a code that never changes its meaning, an HTTP status, a message and a remedy; REST, PowerShell and Studio show the same ones.
            `…` stands for what the error is about. This file is written by `eng/update-error-docs` from the features' `Errors.cs`.

            """);
        foreach (var error in All)
        {
            text.Append($"\n## {error.Code}\n\n*{error.Status}.* {Readable(error.Message)}\n\nRemedy: {Readable(error.Remedy)}\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The format with its arguments left open.</summary>
    public static string Readable(string format) => Argument().Replace(format, "…");

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Argument();
}
