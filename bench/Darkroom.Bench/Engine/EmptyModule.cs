using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;
using Darkroom.Bench.Processes;

namespace Darkroom.Bench.Engine;

/// <summary>The floor of an import: a binary module of one cmdlet that does nothing.</summary>
internal sealed class EmptyModule : IDisposable
{
    public const string FileName = "Empty.psd1";
    private readonly TemporaryFolder _folder = new();

    public EmptyModule()
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Empty"), typeof(object).Assembly);
        var cmdlet = assembly.DefineDynamicModule("Empty").DefineType("GetNothing", TypeAttributes.Public | TypeAttributes.Class, typeof(PSCmdlet));
        cmdlet.SetCustomAttribute(new CustomAttributeBuilder(typeof(CmdletAttribute).GetConstructor([typeof(string), typeof(string)])!, [VerbsCommon.Get, "Nothing"]));
        cmdlet.CreateType();
        assembly.Save(Path.Combine(_folder.Path, "Empty.dll"));
        File.WriteAllText(Manifest, "@{ RootModule = 'Empty.dll'; ModuleVersion = '1.0'; CmdletsToExport = @('Get-Nothing'); FunctionsToExport = @(); AliasesToExport = @() }");
    }

    public string Manifest => Path.Combine(_folder.Path, FileName);

    public void Dispose() => _folder.Dispose();
}
