using System.Reflection;
using Darkroom.HelpWriter.Reading;
using Darkroom.HelpWriter.Writing;

if (args is not [var module, var file])
{
    Console.Error.WriteLine("usage: Darkroom.HelpWriter MODULE.dll HELP.xml");
    return 2;
}

var cmdlets = HelpReader.Read(Assembly.LoadFrom(Path.GetFullPath(module)));
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
MamlDocument.Of(cmdlets).Save(file);
return 0;
