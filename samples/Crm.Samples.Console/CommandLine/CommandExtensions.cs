using System.CommandLine;

namespace Crm.Samples.Console.CommandLine;

internal static class CommandExtensions
{
    /// <summary>What the command does; failures end in <see cref="FailureReport"/>.</summary>
    public static Command Does(this Command command, Func<Run, CancellationToken, Task> action)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await action(new Run(parsed), cancellationToken);
            return (int)ExitStatus.Done;
        });
        return command;
    }

    public static Command With(this Command command, params IEnumerable<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Command sub:
                    command.Subcommands.Add(sub);
                    break;
                case Option option:
                    command.Options.Add(option);
                    break;
                case Argument argument:
                    command.Arguments.Add(argument);
                    break;
            }
        }

        return command;
    }

    /// <summary>Reads an option whose values are names, and says which exist.</summary>
    public static T OneOf<T>(this string text, string option, IReadOnlyDictionary<string, T> choices) =>
        choices.TryGetValue(text, out var chosen)
            ? chosen
            : throw CommandFailure.Usage($"{option} {text}: there is {string.Join(", ", choices.Keys)}.");
}
