using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeVoteTests(SqliteFixture fixture) : KnowledgeVoteSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
