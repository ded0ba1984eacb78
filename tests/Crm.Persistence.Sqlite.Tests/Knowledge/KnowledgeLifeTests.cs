using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeLifeTests(SqliteFixture fixture) : KnowledgeLifeSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
