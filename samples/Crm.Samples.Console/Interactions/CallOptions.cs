using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Interactions;

/// <summary>What commands are told of a call.</summary>
internal static class CallOptions
{
    private static readonly Option<string?> s_dialled = new("--dialled") { Description = "The number that was dialled." };
    private static readonly Option<string?> s_kind = new("--number-kind") { Description = "line, toll-free, shared-cost, premium, mobile, internal or internet" };
    private static readonly Option<string?> s_recording = new("--recording") { Description = "Where the recording is found." };
    private static readonly Option<string?> s_wait = new("--wait") { Description = "How long the caller waited: 90s, 4m, 1h." };
    private static readonly Option<string?> s_talk = new("--talk") { Description = "How long both sides spoke." };
    private static readonly Option<string?> s_hold = new("--hold") { Description = "How long the other side was put on hold." };
    private static readonly Option<string?> s_wrapUp = new("--wrap-up") { Description = "How long the agent worked on it afterwards." };

    public static IEnumerable<Symbol> All => [s_dialled, s_kind, s_recording, s_wait, s_talk, s_hold, s_wrapUp];

    public static CallDetails Read(Run run, string status) => new(ContactOptions.Named<CallStatus>("--call", status))
    {
        NumberDialled = run.Get(s_dialled),
        NumberKind = run.Get(s_kind) is { } kind ? ContactOptions.Named<DialledNumberKind>("--number-kind", kind) : DialledNumberKind.Unknown,
        Recording = run.Get(s_recording),
        Wait = ContactOptions.Length("--wait", run.Get(s_wait)),
        Talk = ContactOptions.Length("--talk", run.Get(s_talk)),
        Hold = ContactOptions.Length("--hold", run.Get(s_hold)),
        WrapUp = ContactOptions.Length("--wrap-up", run.Get(s_wrapUp)),
    };
}
