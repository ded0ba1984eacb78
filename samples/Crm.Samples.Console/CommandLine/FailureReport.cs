using System.Data.Common;
using Crm.Samples.Console.Output;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Console.CommandLine;

/// <summary>Turns whatever ended a command into an exit status and coded reasons: on stderr for people, on stdout as JSON with <c>--json</c>.</summary>
internal static class FailureReport
{
    public static int Write(Exception exception, bool asJson, bool withStackTrace)
    {
        var failure = exception as CommandFailure ?? Explain(exception);
        if (asJson)
        {
            JsonText.Write(System.Console.Out, new { Errors = failure.Problems });
        }

        foreach (var problem in failure.Problems)
        {
            System.Console.Error.WriteLine(PlainText.Of(problem.ToString()));
        }

        if (withStackTrace)
        {
            System.Console.Error.WriteLine(exception);
        }

        return (int)failure.Status;
    }

    private static CommandFailure Explain(Exception exception) => exception switch
    {
        OperationCanceledException => CommandFailure.Refused("Cancelled", "Stopped before the end; what was not saved is not kept."),
        DbException or DbUpdateException => Unusable("DatabaseFailed", exception.GetBaseException().Message),
        IOException or UnauthorizedAccessException => Unusable("FileUnusable", exception.Message),
        _ => CommandFailure.Refused("Unexpected", $"{exception.Message} (--debug shows where)"),
    };

    private static CommandFailure Unusable(string code, string message) => new(ExitStatus.UnusableInput, [new Problem(code, message)]);
}
