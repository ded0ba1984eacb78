using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeSearchTests(SqliteFixture fixture) : KnowledgeSearchSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
