namespace Darkroom.Server.Composition;

/// <summary>The file <c>darkroom.json</c> of the data folder, in which an administrator keeps settings: logging, limits, database, certificates.</summary>
internal static class ConfigurationFile
{
    /// <summary>Reads the file if it is there, and the environment over it.</summary>
    public static IConfigurationBuilder AddDarkroomFile(this IConfigurationBuilder configuration, DataFolder data) => configuration
        .AddJsonFile(Path.Combine(data.Path, "darkroom.json"), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables();
}
