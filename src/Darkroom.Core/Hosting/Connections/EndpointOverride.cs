using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>An endpoint used instead of the Region's own, e.g. of the simulator or of a private gateway.</summary>
internal static class EndpointOverride
{
    private const int MaxLength = 2048;

    /// <summary>The endpoint, or null for null and for an empty text.</summary>
    /// <exception cref="DarkroomException">ValueTooLong, ControlCharacter, EndpointOverrideInvalid.</exception>
    public static string? Read(string? text)
    {
        if (Input.OptionalText(text, "endpointOverride", MaxLength) is not { Length: > 0 } given)
        {
            return null;
        }

        return Uri.TryCreate(given, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri is { Host.Length: > 0, UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
            ? given
            : throw HostingErrors.EndpointOverrideInvalid.With(Input.Excerpt(given)).On("endpointOverride").AsException();
    }
}
