using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeUseTests(SqliteFixture fixture) : KnowledgeUseSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
