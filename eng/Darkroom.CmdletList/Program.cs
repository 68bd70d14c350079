using Darkroom.CmdletList;

if (args is not [var folder, var page])
{
    Console.Error.WriteLine("usage: Darkroom.CmdletList FOLDER_OF_THE_TABLES PAGE.md");
    return 2;
}

File.WriteAllText(page, CmdletPage.Of(ReferenceList.Read(name => File.ReadAllText(Path.Combine(folder, name)))));
return 0;
