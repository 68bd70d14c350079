return await Darkroom.Server.Verbs.CommandTree.RunAsync(args, Console.Out, Console.Error);
