using Darkroom.Bench;
using Darkroom.Bench.Load;
using Darkroom.Bench.Processes;

return args switch
{
    [EmptyApp.Verb, var url] => await EmptyApp.RunAsync(url),
    [SimulatedServer.Verb, var data, var scale] => await SimulatedServer.RunAsync(data, scale),
    [ModuleImport.Verb, var manifest] => ModuleImport.Run(manifest),
    [LoadGenerator.Verb, var url, .. var token] => await LoadGenerator.RunAsync(url, token.FirstOrDefault()),
    _ => await Bench.RunAsync(args),
};
