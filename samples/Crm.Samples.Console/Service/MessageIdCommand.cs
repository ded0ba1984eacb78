using System.CommandLine;
using Crm.Domain.Intake;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Service;

/// <summary><c>crm case message-id KEY</c>.</summary>
internal static class MessageIdCommand
{
    public static Command Create()
    {
        var key = new Argument<string>("KEY") { Description = CaseLookup.Keys };
        var mailbox = new Option<string>("--mailbox") { Description = "The mailbox that sends and receives, such as help@example.org.", Required = true };
        return new Command("message-id", "A signed Message-ID, a reply address and a subject mark, by which answers to a mail find their case.").With(key, mailbox).Does((run, token) =>
        {
            if (!EmailAddress.TryParse(run.Get(mailbox), out var address))
            {
                throw CommandFailure.Usage($"--mailbox {run.Get(mailbox)}: an e-mail address is expected.");
            }

            SuppressionKey.Ensure(run.Database);
            return run.WithCrmAsync(
                async session =>
                {
                    var found = await session.CaseAsync(run.Get(key), token);
                    var tokens = session.Get<MessageTokens>();
                    if (!tokens.HasKey)
                    {
                        throw CommandFailure.Refused("MessageKeyMissing", $"Nothing can be signed without a key; set {SuppressionKey.Variable}.");
                    }

                    var (id, reply, mark) = (tokens.NewMessageId(found.Id, address.Domain), tokens.ReplyAddress(found.Id, address).Value, session.Get<ICaseReferences>().Write(found.Number));
                    run.Output.Write(
                        new { Case = found.Number.Value, MessageId = id, ReplyTo = reply, SubjectMark = mark },
                        report => report.Fields(("Case", found.Number), ("Message-ID", id), ("Reply-To", reply), ("In the subject", mark)));
                },
                token);
        });
    }
}
