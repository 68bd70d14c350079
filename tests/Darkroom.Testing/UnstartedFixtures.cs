using System.Reflection;

namespace Darkroom.Testing;

/// <summary>Fixtures whose start failed are disposed all the same; one that fails at that as well would be told instead of the cause.</summary>
public static class UnstartedFixtures
{
    /// <summary>Disposes each fixture of an assembly without having started it.</summary>
    public static async Task DisposeAsync(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IAsyncLifetime)) && type.GetConstructor([]) is not null))
        {
            await ((IAsyncLifetime)Activator.CreateInstance(type)!).DisposeAsync();
        }
    }
}
