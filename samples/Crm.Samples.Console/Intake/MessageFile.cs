using System.Text.Json;
using Crm.Domain.Intake;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Intake;

/// <summary>Reads a file with one message a line. A line that cannot be read stops all, so that nothing is taken of a broken file.</summary>
internal static class MessageFile
{
    private const int MostProblems = 100;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 16 };

    public static IReadOnlyList<InboundMessage> Read(TextSource source)
    {
        var (messages, problems) = (new List<InboundMessage>(), new List<Problem>());
        source.Read(text =>
        {
            for (var row = 1; text.ReadLine() is { } line && problems.Count < MostProblems; row++)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    Read(line, row);
                }
            }

            return 0;
        });
        return problems.Count == 0 ? messages : throw new CommandFailure(ExitStatus.UnusableInput, problems);

        void Read(string line, int row)
        {
            try
            {
                using var document = JsonDocument.Parse(line, s_options);
                messages.Add(MessageLine.Read(document.RootElement));
            }
            catch (JsonException unreadable)
            {
                problems.Add(new Problem("MessageUnusable", unreadable.Message) { File = source.Name, Row = row });
            }
            catch (MessageLineException mistake)
            {
                problems.Add(new Problem("MessageUnusable", mistake.Message) { File = source.Name, Row = row, Column = mistake.Member });
            }
        }
    }
}
