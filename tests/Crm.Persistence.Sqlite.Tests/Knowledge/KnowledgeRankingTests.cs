using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeRankingTests(SqliteFixture fixture) : KnowledgeRankingSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
