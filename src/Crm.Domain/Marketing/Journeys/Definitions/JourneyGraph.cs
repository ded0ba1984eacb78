using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Whether the steps of a journey lead from its beginning to every step, and never back.</summary>
internal static class JourneyGraph
{
    public static IReadOnlyList<CrmError> Check(IReadOnlyList<JourneyStep> steps, CrmErrorDescriber errors)
    {
        var found = new List<CrmError>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < steps.Count; i++)
        {
            if (!places.TryAdd(steps[i].Key, i))
            {
                found.Add(errors.JourneyStepTwice($"$.steps[{i}].key", steps[i].Key));
            }
        }

        found.AddRange(steps.SelectMany((s, i) => s.Followers.Where(f => !places.ContainsKey(f.Key)).Select(f => errors.JourneyStepUnknown($"$.steps[{i}].{f.Member}", f.Key))));
        if (found.Count > 0 || steps.Count == 0)
        {
            return found;
        }

        var (done, way) = (new HashSet<int>(), new List<int>());
        Visit(0);
        return found.Count > 0 ? found : [.. steps.Select((s, i) => (s, i)).Where(s => !done.Contains(s.i)).Select(s => errors.JourneyStepUnreachable($"$.steps[{s.i}]", s.s.Key))];

        void Visit(int at)
        {
            if (way.Contains(at))
            {
                var circle = way.SkipWhile(w => w != at).Append(at).Select(w => steps[w].Key);
                var member = steps[way[^1]].Followers.First(f => f.Key == steps[at].Key).Member;
                found.Add(errors.JourneyCyclic($"$.steps[{way[^1]}].{member}", string.Join(" → ", circle)));
                return;
            }

            if (!done.Add(at))
            {
                return;
            }

            way.Add(at);
            foreach (var follower in steps[at].Followers)
            {
                Visit(places[follower.Key]);
            }

            way.RemoveAt(way.Count - 1);
        }
    }
}
