using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>There are no scopes: whoever may see one connection may see all. A script that asks for a narrower scope has to be told.</summary>
public static class ScopesAreAll
{
    /// <summary>The scope that holds everything.</summary>
    public const string All = "All";

    /// <exception cref="DarkroomException">ScopeNotFound.</exception>
    public static void Check(IReadOnlyList<string>? scopes)
    {
        if (scopes?.FirstOrDefault(scope => !string.Equals(scope, All, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            throw HostingErrors.ScopeNotFound.With(Input.Excerpt(other)).On("scopes").AsException();
        }
    }
}
