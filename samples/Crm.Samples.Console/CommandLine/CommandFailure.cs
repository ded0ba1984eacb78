using Crm.Domain.Primitives;

namespace Crm.Samples.Console.CommandLine;

/// <summary>Ends a command with an exit status and its reasons.</summary>
internal sealed class CommandFailure(ExitStatus status, IReadOnlyList<Problem> problems, Exception? inner = null)
    : Exception(problems[0].Message, inner)
{
    public ExitStatus Status => status;

    public IReadOnlyList<Problem> Problems => problems;

    public static CommandFailure Usage(string message) => new(ExitStatus.WrongUsage, [new Problem("WrongUsage", message)]);

    public static CommandFailure Refused(string code, string message, string? target = null) =>
        new(ExitStatus.Refused, [new Problem(code, message) { Target = target }]);

    public static CommandFailure Refused(IEnumerable<CrmError> errors) =>
        new(ExitStatus.Refused, [.. errors.Select(e => new Problem(e.Code, e.Message) { Target = e.Target })]);

    public static CommandFailure Input(string code, string message, string file, int? row = null, string? column = null, Exception? inner = null) =>
        new(ExitStatus.UnusableInput, [new Problem(code, message) { File = file, Row = row, Column = column }], inner);
}
