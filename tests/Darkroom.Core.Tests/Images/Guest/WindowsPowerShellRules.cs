using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace Darkroom.Core.Tests.Images.Guest;

/// <summary>
/// What a script may contain to run on Windows PowerShell 5.1 with the .NET Framework, although it is parsed by a newer engine here. Syntax that
/// came later is refused by its node; commands, parameters, types and members are refused unless they are known to exist there.
/// </summary>
internal static partial class WindowsPowerShellRules
{
    /// <summary>Commands of Windows PowerShell 5.1 and Windows, with the parameters in use. cscript is a program and takes anything.</summary>
    private static readonly Dictionary<string, string[]> Commands = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Get-CimInstance"] = ["ClassName"],
        ["Get-ItemProperty"] = ["Path", "Name", "ErrorAction"],
        ["Get-NetIPInterface"] = ["AddressFamily"],
        ["Set-NetIPInterface"] = ["InterfaceIndex", "AddressFamily", "Dhcp"],
        ["Set-DnsClientServerAddress"] = ["InterfaceIndex", "ResetServerAddresses"],
        ["Remove-NetRoute"] = ["InterfaceIndex", "DestinationPrefix", "Confirm", "ErrorAction"],
        ["Stop-Computer"] = ["Force"],
        ["cscript"] = [],
    };

    private static readonly HashSet<string> StaticMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        "System.IO.Path.Combine", "System.IO.File.Exists", "System.IO.File.ReadAllText", "System.IO.File.WriteAllText", "System.IO.File.AppendAllText",
        "System.IO.Directory.CreateDirectory", "System.IO.Ports.SerialPort.new", "System.Text.StringBuilder.new", "System.Threading.Thread.Sleep",
    };

    private static readonly HashSet<string> InstanceMethods = new(StringComparer.OrdinalIgnoreCase)
    {
        "Trim", "Append", "ToString", "ToCharArray", "ToLowerInvariant", "Substring", "Open", "Write", "Dispose",
    };

    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase) { "string", "int", "bool", "object", "scriptblock" };

    private static readonly HashSet<string> NewerVariables = new(StringComparer.OrdinalIgnoreCase)
    {
        "IsWindows", "IsLinux", "IsMacOS", "IsCoreCLR", "PSStyle", "EnabledExperimentalFeatures",
        "PSNativeCommandArgumentPassing", "PSNativeCommandUseErrorActionPreference",
    };

    /// <summary>Every reason why the script wouldn't run, with its line.</summary>
    internal static IReadOnlyList<string> Violations(string script)
    {
        var tree = Parser.ParseInput(script, out var tokens, out var errors);
        var functions = tree.FindAll(node => node is FunctionDefinitionAst, true).Cast<FunctionDefinitionAst>();
        var own = functions.Select(function => function.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. errors.Select(error => $"line {error.Extent.StartLineNumber}: {error.Message}"),
            .. tokens.Select(token => Say(token.Extent, Why(token))).OfType<string>(),
            .. tree.FindAll(_ => true, true).Select(node => Say(node.Extent, Why(node, own))).OfType<string>(),
        ];
    }

    private static string? Say(IScriptExtent extent, string? why) => why is null ? null : $"line {extent.StartLineNumber}: {why}: {extent.Text.Split('\n')[0]}";

    private static string? Why(Token token) => token switch
    {
        NumberToken number when NewerNumber().IsMatch(number.Text) => "a number written in a newer way",
        StringExpandableToken text when NewerEscape().IsMatch(text.Text) => "an escape newer than 5.1",
        _ => null,
    };

    private static string? Why(Ast node, HashSet<string> own) => node switch
    {
        TernaryExpressionAst => "the ternary operator",
        PipelineChainAst => "a pipeline chain",
        PipelineAst { Background: true } => "a background job",
        BinaryExpressionAst { Operator: TokenKind.QuestionQuestion } => "the ?? operator",
        AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals } => "the ??= operator",
        MemberExpressionAst { NullConditional: true } or IndexExpressionAst { NullConditional: true } => "a null-conditional access",
        BinaryExpressionAst { Operator: TokenKind.Ireplace or TokenKind.Creplace } replace
            when replace.Right.Find(part => part is ScriptBlockExpressionAst, true) is not null => "-replace with a script block",
        ScriptBlockAst { CleanBlock: not null } => "a clean block",
        ScriptBlockAst { ScriptRequirements: not null } => "a #requires line",
        UsingStatementAst => "a using statement",
        TypeDefinitionAst => "a class or enum",
        VariableExpressionAst variable when NewerVariables.Contains(variable.VariablePath.UserPath) => "a variable of newer versions",
        CommandAst command => Why(command, own),
        InvokeMemberExpressionAst { Static: true } call
            when !StaticMembers.Contains($"{call.Expression}".Trim('[', ']') + "." + call.Member) => "an unknown static member",
        InvokeMemberExpressionAst { Static: false } call
            when call.Member is not StringConstantExpressionAst name || !InstanceMethods.Contains(name.Value) => "an unknown method",
        MemberExpressionAst { Static: true } member and not InvokeMemberExpressionAst => "an unknown static member",
        TypeConstraintAst type when !Types.Contains(type.TypeName.Name) && type.TypeName is not ArrayTypeName => "an unknown type",
        ConvertExpressionAst convert when convert.Type.TypeName is ArrayTypeName => "an unknown type",
        _ => null,
    };

    private static string? Why(CommandAst command, HashSet<string> own)
    {
        // & with a variable runs a script block, which is looked into by itself.
        if (command.GetCommandName() is not { } name) return command.InvocationOperator == TokenKind.Ampersand ? null : "a command without a name";
        if (own.Contains(name)) return null;
        if (!Commands.TryGetValue(name, out var parameters)) return "an unknown command";
        var unknown = command.CommandElements.OfType<CommandParameterAst>()
            .FirstOrDefault(parameter => !parameters.Contains(parameter.ParameterName, StringComparer.OrdinalIgnoreCase));
        return unknown is null ? null : $"an unknown parameter -{unknown.ParameterName}";
    }

    [GeneratedRegex("^0b|(?<!^0x[0-9a-f]*)(u|y|uy|us|ul|n|s)$", RegexOptions.IgnoreCase)]
    private static partial Regex NewerNumber();

    [GeneratedRegex("(?<!`)(``)*`(e|u\\{)")]
    private static partial Regex NewerEscape();
}
