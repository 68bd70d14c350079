return await Darkroom.Server.Verbs.CommandTree.RunAsync(args);
