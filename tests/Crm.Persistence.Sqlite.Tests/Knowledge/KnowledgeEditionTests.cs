using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeEditionTests(SqliteFixture fixture) : KnowledgeEditionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
