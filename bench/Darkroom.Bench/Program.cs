using Darkroom.Bench;
using Darkroom.Bench.Engine;
using Darkroom.Bench.Load;
using Darkroom.Bench.Processes;

return args switch
{
    [EmptyApp.Verb, var url] => await EmptyApp.RunAsync(url),
    [SimulatedServer.Verb, var data, var scale] => await SimulatedServer.RunAsync(data, scale),
    [FirstCommand.Verb, var manifest, var url, var token] => await FirstCommand.RunAsync(manifest, url, token),
    [CallCost.Verb, var manifest, var url, var token] => CallCost.Run(manifest, url, token),
    [SpecStream.Verb, var manifest, var url, var token] => SpecStream.Run(manifest, url, token),
    [PageReading.Verb, var url, var token] => await PageReading.RunAsync(url, token),
    [NameCompletion.Verb, var manifest, var url, var token] => NameCompletion.Run(manifest, url, token),
    [LoadGenerator.Verb, var url, .. var token] => await LoadGenerator.RunAsync(url, token.FirstOrDefault()),
    _ => await Bench.RunAsync(args),
};
