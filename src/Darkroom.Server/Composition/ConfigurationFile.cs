namespace Darkroom.Server.Composition;

/// <summary>The file <c>darkroom.json</c> of the data folder, in which an administrator keeps settings: logging, limits, database, certificates.</summary>
internal static class ConfigurationFile
{
    public const string Name = "darkroom.json";

    public static string PathIn(DataFolder data) => Path.Combine(data.Path, Name);

    /// <summary>Reads the file if it is there, and the environment over it.</summary>
    /// <exception cref="StartRefusedException">The file can't be read.</exception>
    public static IConfigurationBuilder AddDarkroomFile(this IConfigurationBuilder configuration, DataFolder data) => configuration
        .AddJsonFile(file =>
        {
            file.Path = PathIn(data);
            file.Optional = true;
            file.OnLoadException = failed => throw Refused(PathIn(data), failed.Exception);
            file.ResolveFileProvider();
        })
        .AddEnvironmentVariables();

    private static StartRefusedException Refused(string path, Exception failure) => new(
        $"The settings in {path} can't be read: {failure.GetBaseException().Message}", "Correct the file, or move it away to go on without it.", failure);
}
