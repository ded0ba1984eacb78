using Crm.Domain.Primitives;

namespace Crm.Samples.Console.CommandLine;

internal static class CrmResultExtensions
{
    /// <summary>The value, or the end of the command with the CRM's reasons.</summary>
    public static T OrFail<T>(this CrmResult<T> result)
        where T : notnull => result.TryGetValue(out var value) ? value : throw CommandFailure.Refused(result.Errors);

    public static async Task<T> OrFail<T>(this Task<CrmResult<T>> result)
        where T : notnull => (await result).OrFail();

    public static async Task OrFail(this Task<CrmResult> result)
    {
        if ((await result) is { Succeeded: false } refused)
        {
            throw CommandFailure.Refused(refused.Errors);
        }
    }

    public static T OrFail<T>(this T? found, CrmError missing)
        where T : class => found ?? throw CommandFailure.Refused([missing]);
}
