namespace Darkroom.Client;

/// <summary>Nothing tells where the server is, or what tells it can't be understood.</summary>
public sealed class ServerNotFoundException : Exception
{
    private ServerNotFoundException(string message) : base(message)
    {
    }

    internal static ServerNotFoundException Nowhere(string dataFolder) => new(
        $"No server is known: DARKROOM_URL and DARKROOM_TOKEN aren't both set, and {dataFolder} has no {LocalEndpoint.FileName} that can be read. "
        + "Start one with 'darkroom serve', or set the two variables.");

    internal static ServerNotFoundException Malformed(string url) => new(
        $"DARKROOM_URL is '{url}', which is no address of a server. Set it to one like http://127.0.0.1:7420, or leave it out for the server of this machine.");
}
