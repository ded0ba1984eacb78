using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Journeys with their definitions, read once in a unit of work.</summary>
internal sealed class JourneyBook(IJourneyStore store)
{
    private readonly Dictionary<(string Key, int Number), JourneyDefinition> _definitions = [];

    public async Task<Journey?> FindAsync(string key, CancellationToken cancellationToken) => await store.FindAsync(key, cancellationToken).ConfigureAwait(false);

    public async Task<JourneyDefinition> DefinitionAsync(string key, int number, CancellationToken cancellationToken)
    {
        if (!_definitions.TryGetValue((key, number), out var definition))
        {
            var journey = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
            var version = journey?.Versions.FirstOrDefault(v => v.Number == number) ?? throw new InvalidOperationException($"The journey {key} has no version {number}.");
            definition = JourneyDefinition.Parse(version.Definition).Value;
            _definitions.Add((key, number), definition);
        }

        return definition;
    }
}
