namespace Darkroom.Client;

/// <summary>Nothing tells where the server is.</summary>
public sealed class ServerNotFoundException(string dataFolder) : Exception(
    $"No server is known: DARKROOM_URL and DARKROOM_TOKEN aren't both set, and {dataFolder} has no {LocalEndpoint.FileName} that can be read. "
    + "Start one with 'darkroom serve', or set the two variables.");
